import { DashboardGrafana } from '@cdktf/provider-azurerm/lib/dashboard-grafana';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { MonitorDataCollectionEndpoint } from '@cdktf/provider-azurerm/lib/monitor-data-collection-endpoint';
import { MonitorDataCollectionRule } from '@cdktf/provider-azurerm/lib/monitor-data-collection-rule';
import { MonitorDataCollectionRuleAssociation } from '@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { MonitorWorkspace } from '@cdktf/provider-azurerm/lib/monitor-workspace';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';
import { globalName, resourceName } from './names';

const LOG_RETENTION_DAYS = 365;
const PROMETHEUS_STREAM = 'Microsoft-PrometheusMetrics';
const CONTAINER_STREAM = 'Microsoft-ContainerInsights-Group-Default';

/** Control-plane logs that are kept: who did what (audit, guard), and why pods and nodes did not come. */
const CONTROL_PLANE_LOGS = [
  'cluster-autoscaler',
  'guard',
  'kube-apiserver',
  'kube-audit-admin',
  'kube-controller-manager',
  'kube-scheduler',
];

interface PlaceProps {
  readonly name: string;
  readonly region: string;
  readonly resourceGroupName: string;
  readonly tags: { readonly [key: string]: string };
}

/** Where a site's logs and metrics go. */
export interface Workspaces {
  readonly logs: LogAnalyticsWorkspace;
  readonly metrics: MonitorWorkspace;
}

export function createWorkspaces(scope: Construct, props: PlaceProps): Workspaces {
  const place = { location: props.region, resourceGroupName: props.resourceGroupName, tags: props.tags };
  return {
    logs: new LogAnalyticsWorkspace(scope, 'logs', {
      ...place,
      name: resourceName(props.name, 'logs', 63),
      sku: 'PerGB2018',
      retentionInDays: LOG_RETENTION_DAYS,
    }),
    metrics: new MonitorWorkspace(scope, 'metrics', { ...place, name: resourceName(props.name, 'metrics', 44) }),
  };
}

/** Grafana over the site's metrics. Administrators of the clusters administer it. */
export function createDashboards(
  scope: Construct,
  props: PlaceProps & {
    readonly subscriptionId: string;
    readonly metricsId: string;
    readonly administrators: string[];
  },
): DashboardGrafana {
  const grafana = new DashboardGrafana(scope, 'dashboards', {
    name: globalName('g', props.name, props.subscriptionId, '-', 23),
    location: props.region,
    resourceGroupName: props.resourceGroupName,
    grafanaMajorVersion: '11',
    sku: 'Standard',
    apiKeyEnabled: false,
    publicNetworkAccessEnabled: false,
    identity: { type: 'SystemAssigned' },
    azureMonitorWorkspaceIntegrations: [{ resourceId: props.metricsId }],
    tags: props.tags,
  });
  new RoleAssignment(scope, 'dashboards-read', {
    scope: props.metricsId,
    roleDefinitionName: 'Monitoring Data Reader',
    principalId: grafana.identity.principalId,
    principalType: 'ServicePrincipal',
  });
  const administrators = new Construct(scope, 'dashboards-administrator');
  for (const id of new Set(props.administrators.map((each) => each.toLowerCase()))) {
    new RoleAssignment(administrators, `group-${id}`, {
      scope: grafana.id,
      roleDefinitionName: 'Grafana Admin',
      principalId: id,
      principalType: 'Group',
    });
  }
  return grafana;
}

/** Keeps who used the keys. */
export function auditVault(scope: Construct, props: { readonly vaultId: string; readonly logsId: string }): void {
  new MonitorDiagnosticSetting(scope, 'vault-audit', {
    name: 'audit',
    targetResourceId: props.vaultId,
    logAnalyticsWorkspaceId: props.logsId,
    enabledLog: [{ category: 'AuditEvent' }],
  });
}

/**
 * What a cluster's add-ons need to deliver: a rule for metrics, a rule for container logs, and the association of each.
 * Without an association the add-on runs and nothing arrives.
 */
export function collectFromCluster(
  scope: Construct,
  props: PlaceProps & { readonly clusterId: string; readonly logsId: string; readonly metricsId: string },
): void {
  const place = { location: props.region, resourceGroupName: props.resourceGroupName, tags: props.tags };
  const endpoint = new MonitorDataCollectionEndpoint(scope, 'metrics-endpoint', {
    ...place,
    name: resourceName(props.name, 'metrics', 44),
    kind: 'Linux',
  });
  const metrics = new MonitorDataCollectionRule(scope, 'metrics-rule', {
    ...place,
    name: resourceName(props.name, 'metrics', 64),
    kind: 'Linux',
    dataCollectionEndpointId: endpoint.id,
    destinations: { monitorAccount: [{ name: 'metrics', monitorAccountId: props.metricsId }] },
    dataFlow: [{ streams: [PROMETHEUS_STREAM], destinations: ['metrics'] }],
    dataSources: { prometheusForwarder: [{ name: 'prometheus', streams: [PROMETHEUS_STREAM] }] },
  });
  new MonitorDataCollectionRuleAssociation(scope, 'metrics-association', {
    name: 'metrics',
    targetResourceId: props.clusterId,
    dataCollectionRuleId: metrics.id,
  });
  const logs = new MonitorDataCollectionRule(scope, 'logs-rule', {
    ...place,
    name: resourceName(props.name, 'logs', 64),
    kind: 'Linux',
    destinations: { logAnalytics: [{ name: 'logs', workspaceResourceId: props.logsId }] },
    dataFlow: [{ streams: [CONTAINER_STREAM], destinations: ['logs'] }],
    dataSources: {
      extension: [
        {
          name: 'containers',
          extensionName: 'ContainerInsights',
          streams: [CONTAINER_STREAM],
          extensionJson: JSON.stringify({
            dataCollectionSettings: { interval: '1m', namespaceFilteringMode: 'Off', enableContainerLogV2: true },
          }),
        },
      ],
    },
  });
  new MonitorDataCollectionRuleAssociation(scope, 'logs-association', {
    // The add-on looks for this name.
    name: 'ContainerInsightsExtension',
    targetResourceId: props.clusterId,
    dataCollectionRuleId: logs.id,
  });
  new MonitorDiagnosticSetting(scope, 'control-plane-logs', {
    name: 'control-plane',
    targetResourceId: props.clusterId,
    logAnalyticsWorkspaceId: props.logsId,
    logAnalyticsDestinationType: 'Dedicated',
    enabledLog: CONTROL_PLANE_LOGS.map((category) => ({ category })),
  });
}
