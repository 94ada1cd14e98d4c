using Kinerja.Application.Policies;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakePolicies : IPolicies
{
    internal Dictionary<(AgencyId, string Kind, LocalDate From, int Version), PolicyDocument> Rows { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public IAsyncEnumerable<PolicyDocument> ListAsync(AgencyId agency, string kind, CancellationToken cancel) => Rows
        .Where(r => r.Key.Item1 == agency && r.Key.Kind == kind)
        .OrderBy(r => r.Key.From).ThenBy(r => r.Key.Version).Select(r => r.Value).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<PolicyDocument> ListAsync(
        AgencyId agency, string kind, LocalDate from, CancellationToken cancel) =>
        ListAsync(agency, kind, cancel).Where(d => d.From == from);

    public Task<bool> AddAsync(AgencyId agency, PolicyDocument document, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
        return Task.FromResult(Rows.TryAdd((agency, document.Kind, document.From, document.Version), document));
    }
}
