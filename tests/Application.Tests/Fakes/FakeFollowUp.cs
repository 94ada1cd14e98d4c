using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Lists and lines with tags that change with every write; lines in the order of ids.</summary>
internal sealed class FakeGrantLists : IGrantLists
{
    private int _writes;

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision), Tagged<GrantList>> Lists { get; } = [];

    internal SortedDictionary<string, Tagged<GrantLine>> Lines { get; } = new(StringComparer.Ordinal);

    public Task<Tagged<GrantList>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel) =>
        Task.FromResult(Lists.GetValueOrDefault((agency, period, revision)));

    public Task<bool> PutAsync(GrantList list, string? tag, CancellationToken cancel)
    {
        var key = (list.AgencyId, list.Period, list.Revision);
        var current = Lists.GetValueOrDefault(key)?.Tag == tag;
        if (current)
        {
            Lists[key] = new(list, Next());
        }

        return Task.FromResult(current);
    }

    /// <summary>Somebody else who gets in before the next lines are added, once.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<bool> AddLinesAsync(GrantList list, IReadOnlyCollection<GrantLine> lines, CancellationToken cancel)
    {
        var faster = FasterWriter;
        FasterWriter = null;
        faster?.Invoke();
        if (lines.Any(line => Lines.ContainsKey(Key(list, line.EmployeeId))))
        {
            return Task.FromResult(false);
        }

        foreach (var line in lines)
        {
            Lines.Add(Key(list, line.EmployeeId), new(line, Next()));
        }

        return Task.FromResult(true);
    }

    public Task<Tagged<GrantLine>?> FindLineAsync(GrantList list, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult(Lines.GetValueOrDefault(Key(list, employee)));

    public Task<bool> ReplaceLineAsync(GrantList list, GrantLine line, string tag, CancellationToken cancel)
    {
        var key = Key(list, line.EmployeeId);
        var current = Lines.GetValueOrDefault(key)?.Tag == tag;
        if (current)
        {
            Lines[key] = new(line, Next());
        }

        return Task.FromResult(current);
    }

    public IAsyncEnumerable<Tagged<GrantLine>> ListLinesAsync(
        GrantList list, EmployeeId? after, CancellationToken cancel) => Lines
        .Where(l => l.Key.StartsWith(Prefix(list), StringComparison.Ordinal)
            && string.CompareOrdinal(l.Key, Prefix(list) + after) > 0)
        .Select(l => l.Value).ToList().ToAsyncEnumerable();

    private static string Prefix(GrantList list) => $"{list.AgencyId}_{list.Period}_{list.Revision}_";

    private static string Key(GrantList list, EmployeeId employee) => Prefix(list) + employee;

    private string Next() => (++_writes).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Proposals in the order of ids; what is to be told goes to the outbox with them.</summary>
internal sealed class FakeProposals(FakeOutbox outbox) : IProposals
{
    private int _writes;

    internal SortedDictionary<string, Tagged<Proposal>> Rows { get; } = new(StringComparer.Ordinal);

    public Task<Tagged<Proposal>?> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault($"{agency}_{id}"));

    public Task<bool> PutAsync(Proposal proposal, string? tag, OutgoingEvent? news, CancellationToken cancel)
    {
        var key = $"{proposal.AgencyId}_{proposal.Id}";
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new(proposal, (++_writes).ToString(CultureInfo.InvariantCulture));
        outbox.Add(news);
        return Task.FromResult(true);
    }

    public IAsyncEnumerable<Tagged<Proposal>> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Rows.Values.Where(p => p.Value.AgencyId == agency && p.Value.Basis.Period == period).ToList()
            .ToAsyncEnumerable();

    public IAsyncEnumerable<Tagged<Proposal>> ListOfAbsencesAsync(
        AgencyId agency, int year, CancellationToken cancel) =>
        Rows.Where(p => p.Key.StartsWith($"{agency}_{ProposalId.PrefixOfAbsences(year)}", StringComparison.Ordinal))
            .Select(p => p.Value).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Proposal> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel) =>
        Rows.Values.Select(p => p.Value)
            .Where(p => p.AgencyId == agency && (state is null || p.State == state))
            .Where(p => after is null || string.CompareOrdinal(p.Id.ToString(), after.ToString()) > 0)
            .ToList().ToAsyncEnumerable();
}
