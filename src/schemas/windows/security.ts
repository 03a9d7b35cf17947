/**
 * Fields of the data of the Security log's events, spelled as there. A name that its events spell in
 * two ways (ProcessId, ProcessID) is not among them, for either may be meant. Those of certificate services
 * and of the credential manager are as the events have them.
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/advanced-security-audit-policy-settings
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-5136
 * https://github.com/nasbench/EVTX-ETW-Resources
 */
const NAMES = `
  SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId
  TargetUserSid TargetUserName TargetDomainName TargetLogonId TargetSid TargetInfo TargetServerName
  TargetOutboundUserName TargetOutboundDomainName TargetLinkedLogonId
  LogonType LogonProcessName AuthenticationPackageName WorkstationName Workstation LogonGuid
  TransmittedServices LmPackageName KeyLength ProcessName IpAddress IpPort ImpersonationLevel
  RestrictedAdminMode VirtualAccount ElevatedToken Status SubStatus FailureReason PackageName
  PrivilegeList EnabledPrivilegeList DisabledPrivilegeList
  NewProcessId NewProcessName TokenElevationType CommandLine ParentProcessName MandatoryLabel
  ObjectServer ObjectType ObjectName ObjectValueName HandleId AccessList AccessMask AccessReason
  TransactionId ResourceAttributes OperationType OldValueType OldValue NewValueType NewValue
  Properties AdditionalInfo OldSd NewSd
  ShareName ShareLocalPath RelativeTargetName
  ServiceName ServiceSid ServiceFileName ServiceType ServiceStartType ServiceAccount
  TicketOptions TicketEncryptionType PreAuthType CertIssuerName CertSerialNumber CertThumbprint
  TaskName TaskContent TaskContentNew
  MemberName MemberSid SamAccountName DisplayName UserPrincipalName HomeDirectory HomePath ScriptPath
  ProfilePath UserWorkstations PasswordLastSet AccountExpires PrimaryGroupId AllowedToDelegateTo
  OldUacValue NewUacValue UserAccountControl UserParameters SidHistory LogonHours
  OldTargetUserName NewTargetUserName
  CategoryId SubcategoryId SubcategoryGuid AuditPolicyChanges
  AttributeLDAPDisplayName AttributeSyntaxOID AttributeValue
  OpCorrelationID AppCorrelationID DSName DSType ObjectClass ObjectDN ObjectGUID OldObjectDN NewObjectDN
  TreeDelete DnsHostName ServicePrincipalNames ComputerAccountChange
  CallerProcessId CallerProcessName Service SecurityPackageName NotificationPackageName
  AuditSourceName EventSourceId ClientProcessStartKey ClientProcessId RpcCallClientLocality FQDN
  ProviderKey FilterKey FilterName FilterType ProviderContextKey ProviderContextName ProviderContextType
  CalloutKey CalloutName CalloutType SubLayerKey SubLayerName SubLayerType ChangeType
  TargetName CountOfCredentialsReturned ReadOperation ReturnCode ProcessCreationTime
  RequestId Requester Attributes Disposition SubjectKeyIdentifier SubjectAlternativeName
  CertificateTemplate RequestOSVersion RequestCSPProvider RequestClientInfo AuthenticationService
  AuthenticationLevel DCOMorRPC SerialNumber TemplateInternalName TemplateVersion
  TemplateSchemaVersion TemplateOID TemplateDSObjectFQDN DCDNSName TemplateContent
  Application Direction SourceAddress SourcePort DestAddress DestPort
  AccountName AccountDomain LogonID SessionName ClientName ClientAddress
  DeviceDescription ClassName
`;

export const SECURITY_FIELDS: readonly string[] = NAMES.trim().split(/\s+/);
