using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>An event of an agency, by its number, that is to be delivered to the agency's own server.</summary>
public sealed record WebhookStep(AgencyId AgencyId, long Number);
