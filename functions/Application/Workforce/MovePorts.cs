using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>A move as one of its two agencies keeps it, and who is told of it there; null: nobody.</summary>
public sealed record MoveOfSide(AgencyId Side, Move Move, EmployeeId? Superior);

/// <summary>
/// Moves between agencies. Each of the two agencies keeps its own copy among its own rows, so that both find it by
/// their own person.
/// </summary>
public interface IMoves
{
    /// <summary>Those that bring the person to that agency or away from it, withdrawn ones too, by day.</summary>
    Task<IReadOnlyList<Tagged<Move>>> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    /// <summary>The same of everybody who hashes to that range.</summary>
    IAsyncEnumerable<Move> ListAsync(AgencyId agency, HashRange people, CancellationToken cancel);

    /// <summary>An agency's, in the order of the store, from after that key on.</summary>
    IAsyncEnumerable<(string Key, Move Move)> ListAsync(AgencyId agency, string? after, CancellationToken cancel);

    /// <summary>
    /// One side's first copy (tag null) or its next, and beside it what is to be told there; false when somebody else
    /// wrote it meanwhile.
    /// </summary>
    Task<bool> PutAsync(MoveOfSide next, string? tag, CancellationToken cancel);

    /// <summary>Tells what was just written, all of one side.</summary>
    Task TellAsync(AgencyId side, IReadOnlyCollection<MoveOfSide> written, CancellationToken cancel);
}
