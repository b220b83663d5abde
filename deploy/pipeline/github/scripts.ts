import type { PipelineEngine } from '../options';

/**
 * Plans a stack. Plans take no lock, so that the role which plans needs to write nothing: an apply takes it, and refuses a plan
 * whose state has moved on. A plan with nothing in it ends the work here, without an approval.
 */
export function planScript(engine: PipelineEngine): string {
  return `lockfile=""
if [ -f .terraform.lock.hcl ]; then lockfile=-lockfile=readonly; fi
${engine} init -input=false -no-color $lockfile
code=0
${engine} plan -input=false -no-color -lock=false -detailed-exitcode -out=tfplan > plan.log 2>&1 || code=$?
cat plan.log
if [ "$code" = 2 ]; then
  echo "changes=true" >> "$GITHUB_OUTPUT"
elif [ "$code" != 0 ]; then
  if [ "$APPLIES" = false ] && {
    grep -q "Error: Unable to find remote state" plan.log ||
    { grep -q "Error: Unsupported attribute" plan.log && grep -q "data.terraform_remote_state." plan.log; }
  }; then
    echo "::notice title=$GITHUB_JOB::not planned: it reads what another stack has not applied yet; its plan is made once that is applied, and waits for approval"
    exit 0
  fi
  exit 1
fi
`;
}

/**
 * A plan holds every value in clear, and whoever may read the repository may download an artifact: it is encrypted. The lock
 * file goes with it, so that the apply runs with the very providers that planned; an engine that installed none wrote none.
 */
export const SEAL_SCRIPT = `if [ -z "$PLAN_KEY" ]; then
  echo "::error title=$GITHUB_JOB::the secret WATTFORM_PLAN_KEY is not set: plans hold secrets and are stored encrypted alone"
  exit 1
fi
touch .terraform.lock.hcl
tar -cf - tfplan .terraform.lock.hcl |
  gpg --batch --yes --quiet --pinentry-mode loopback --passphrase-fd 3 --symmetric --cipher-algo AES256 --output plan.gpg 3<<< "$PLAN_KEY"
`;

/** Applies exactly the plan that was approved. */
export function applyScript(engine: PipelineEngine): string {
  return `gpg --batch --quiet --pinentry-mode loopback --passphrase-fd 3 --decrypt plan.gpg 3<<< "$PLAN_KEY" | tar -xf -
rm plan.gpg
${engine} init -input=false -no-color -lockfile=readonly
${engine} apply -input=false -no-color tfplan
`;
}
