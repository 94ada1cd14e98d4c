using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>An agency's proposals in one partition, by id, which begins with the period.</summary>
public sealed class TableProposals(TableStore store) : IProposals
{
    private const string Table = TableNames.Proposals;

    public async Task<Tagged<Proposal>?> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), id.ToString(), cancel) is { } row ? Of(row) : null;

    public Task<bool> PutAsync(Proposal proposal, string? tag, OutgoingEvent? news, CancellationToken cancel) =>
        store.PutAsync(Table, ProposalRows.Write(proposal), tag, news is null ? [] : [news], cancel);

    /// <summary>A year's ids begin as its quarters' do, so the period is asked for too.</summary>
    public IAsyncEnumerable<Tagged<Proposal>> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.Prefix(agency.ToString(), $"{period}-"), Of, cancel)
            .Where(p => p.Value.Basis.Period == period);

    public IAsyncEnumerable<Tagged<Proposal>> ListOfAbsencesAsync(
        AgencyId agency, int year, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.Prefix(agency.ToString(), ProposalId.PrefixOfAbsences(year)), Of, cancel);

    public IAsyncEnumerable<Proposal> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel)
    {
        var filter = state is { } wanted
            ? TableClient.CreateQueryFilter(
                $"PartitionKey eq {agency.ToString()} and RowKey gt {after?.ToString() ?? ""} and RowKey lt {TableKeys.Unsent} and State eq {JsonFormat.Name(wanted)}")
            : TableClient.CreateQueryFilter(
                $"PartitionKey eq {agency.ToString()} and RowKey gt {after?.ToString() ?? ""} and RowKey lt {TableKeys.Unsent}");
        return store.ListAsync(Table, filter, ProposalRows.Read, cancel);
    }

    private static Tagged<Proposal> Of(TableEntity row) => new(ProposalRows.Read(row), row.ETag.ToString());
}

/// <summary>A proposal as a row: what is looked for in columns, the whole as JSON, since most of it is lists.</summary>
internal static class ProposalRows
{
    internal static TableEntity Write(Proposal proposal)
    {
        var row = TableColumns.NewRow(proposal.AgencyId.ToString(), proposal.Id.ToString());
        row.PutEnum<ProposalState>("State", proposal.State);
        row.PutChunks("Json", StoredProposal.Write(proposal));
        return row;
    }

    internal static Proposal Read(TableEntity row) =>
        StoredProposal.Read(AgencyId.Parse(row.PartitionKey).Value, row.GetChunks("Json"));
}
