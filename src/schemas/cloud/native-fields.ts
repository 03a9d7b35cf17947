/**
 * Fields of what services in the cloud write as JSON, spelled as there. Arrays are not here: what their
 * elements are called depends on the store.
 */
const NAMES: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  'aws/cloudtrail': `
    additionalEventData.MFAUsed requestParameters.attribute requestParameters.enable
    requestParameters.userName responseElements.ConsoleLogin
    responseElements.pendingModifiedValues.masterUserPassword responseElements.publiclyAccessible
    userIdentity.sessionContext.sessionIssuer.accountId
    userIdentity.sessionContext.sessionIssuer.principalId`,
  // https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log-schema
  'azure/activitylogs': 'callerIpAddress resultType',
  // https://duo.com/docs/adminapi#authentication-logs
  'cisco/duo': 'email event_type factor reason result txid',
  // https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise/audit-log-events-for-your-enterprise
  'github/audit': `
    action active active_was actor actor_id actor_ip actor_is_bot actor_location.country_code
    base_role blocked_user business business_id can_create_repositories conclusion content_type
    created_at deploy_key_fingerprint email environment_name event explanation fingerprint
    hashed_token head_branch head_sha hook_id invitation_id invitee_email is_hosted_runner
    job_name job_workflow_ref limited_availability membership_type message name
    new_repo_permission oauth_application oauth_application_id oauth_application_state
    oauth_application_url old_permission old_repo_permission old_user openssh_public_key
    operation_type org org_id permission previous_visibility programmatic_access_type public_repo
    pull_request_id pull_request_title pull_request_url read_only reason repo repo_id
    request_category request_id run_attempt run_number runner_group_id runner_group_name runner_id
    runner_name security_configuration_id security_configuration_name target_login team token_id
    topic transport_protocol transport_protocol_name trigger_id user user_agent
    user_can_invite_collaborators user_id visibility workflow_id workflow_run_id`,
  // https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
  'kubernetes/audit': `
    apiVersion auditID kind level requestReceivedTimestamp requestURI stage stageTimestamp userAgent
    verb user.uid user.username impersonatedUser.uid impersonatedUser.username objectRef.apiGroup
    objectRef.apiVersion objectRef.name objectRef.namespace objectRef.resource
    objectRef.resourceVersion objectRef.subresource objectRef.uid responseStatus.code
    responseStatus.message responseStatus.reason responseStatus.status`,
  // https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema
  'm365/audit': `
    ApplicationId ClientIP CreationTime DeliveryAction Directionality Id ObjectId Operation
    OrganizationId RecordType ResultStatus UserId UserKey UserType Workload`,
  // https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/
  // What `debugData` has depends on the event; these are of rules, and of what collects it.
  // https://github.com/elastic/integrations/tree/main/packages/okta/data_stream/system
  'okta/okta': `
    displayMessage eventType legacyEventType published severity uuid version actor.alternateId
    actor.displayName actor.id actor.type authenticationContext.authenticationProvider
    authenticationContext.authenticationStep authenticationContext.credentialProvider
    authenticationContext.credentialType authenticationContext.externalSessionId
    authenticationContext.interface authenticationContext.issuer.id
    authenticationContext.issuer.type authenticationContext.rootSessionId client.device
    client.geographicalContext.city client.geographicalContext.country
    client.geographicalContext.geolocation.lat client.geographicalContext.geolocation.lon
    client.geographicalContext.postalCode client.geographicalContext.state client.id
    client.ipAddress client.userAgent.browser client.userAgent.os client.userAgent.rawUserAgent
    client.zone debugContext.debugData.authnRequestId debugContext.debugData.behaviors
    debugContext.debugData.deviceFingerprint debugContext.debugData.dtHash
    debugContext.debugData.factor debugContext.debugData.logOnlySecurityData
    debugContext.debugData.originalPrincipal.alternateId
    debugContext.debugData.originalPrincipal.displayName
    debugContext.debugData.originalPrincipal.id debugContext.debugData.originalPrincipal.type
    debugContext.debugData.promptingPolicyTypes debugContext.debugData.requestId
    debugContext.debugData.requestUri debugContext.debugData.risk
    debugContext.debugData.signOnMode debugContext.debugData.smsProvider
    debugContext.debugData.threatSuspected debugContext.debugData.transactionId
    debugContext.debugData.url device.disk_encryption_type device.id device.jailbreak device.managed
    device.name device.os_platform device.os_version device.registered device.screen_lock_type
    device.secure_hardware_present outcome.reason outcome.result securityContext.asNumber
    securityContext.asOrg securityContext.domain securityContext.isProxy securityContext.isp
    transaction.detail.requestApiTokenId transaction.id transaction.type`,
};

/** By product and service, with `/` between. */
export const NATIVE_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(NAMES).map(([source, names]) => [source, names.trim().split(/\s+/)]),
);
