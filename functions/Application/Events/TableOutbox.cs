using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>
/// Unsent events stand in the table and partition of the row that they tell of, since only there one transaction holds
/// both. Their keys sort behind those of the rows themselves.
/// </summary>
public sealed class TableOutbox(TableStore store) : IOutbox
{
    private static readonly Dictionary<string, string> TableOf = new()
    {
        [EventTypes.GrantMade] = TableNames.Entitlements,
        [EventTypes.GrantRevoked] = TableNames.Entitlements,
        [EventTypes.ProposalDecided] = TableNames.Proposals,
        [EventTypes.ProposalDue] = TableNames.Proposals,
        [EventTypes.ReviewOpened] = TableNames.Reviews,
        [EventTypes.ObjectionOverdue] = TableNames.Objections,
    };

    public IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, CancellationToken cancel) =>
        TableOf.Values.Distinct().ToAsyncEnumerable().SelectMany(table => store
            .ListAsync(table, TableRange.Prefix(agency.ToString(), TableKeys.Unsent), null, cancel)
            .Select(OutboxRows.Read));

    public Task RemoveAsync(AgencyId agency, OutgoingEvent sent, CancellationToken cancel) =>
        store.RemoveAsync(TableOf[sent.Type], agency.ToString(), OutboxRows.Key(sent), cancel);
}
