/** What `wattform init` writes. A test keeps it valid. */
export const STARTER = `# A blueprint: what the AI data center must hold. wattform engineers the rest.
# For completion in your editor: wattform schema > blueprint.schema.json, then name that file in the next line.
# yaml-language-server: $schema=./blueprint.schema.json
wattform: 1
name: first-light
owner: platform@example.org            # becomes a tag of every resource

sites:
  virginia:
    target: aws                        # aws or azure
    region: us-east-1
    zone: us-east-1a                   # where the accelerators and their fabric stand
    power: { allotment: 100 kW }       # a design that could draw more is refused

clusters:
  trainer:
    site: virginia
    purpose: training                  # training, inference or batch
    scheduler: kubernetes
    accelerators:
      model: h100-sxm                  # wattform catalog accelerators; or say what it must do, as memory: ">= 141 GB"
      count: 16
    capacity: { mode: on-demand }      # on-demand, spot, reserved or block
    fabric: { rdma: required }
    storage:
      datasets: { kind: object }
`;
