using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>An agency's register is to be read from its own system, or what was agreed to is to be written.</summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="PullId">The pull to be written; null: read.</param>
/// <param name="Anew">Read also what the server says has not changed.</param>
public sealed record RegisterPullStep(AgencyId AgencyId, string? PullId, bool Anew);
