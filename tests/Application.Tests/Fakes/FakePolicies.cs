using Kinerja.Application.Policies;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakePolicies : IPolicies
{
    internal Dictionary<(DocumentOwner, string Kind, LocalDate From, int Version), PolicyDocument> Rows { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public IAsyncEnumerable<PolicyDocument> ListAsync(
        DocumentOwner owner, string kind, CancellationToken cancel) => Rows
        .Where(r => r.Key.Item1 == owner && r.Key.Kind == kind)
        .OrderBy(r => r.Key.From).ThenBy(r => r.Key.Version).Select(r => r.Value).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<PolicyDocument> ListAsync(
        DocumentOwner owner, string kind, LocalDate from, CancellationToken cancel) =>
        ListAsync(owner, kind, cancel).Where(d => d.From == from);

    public Task<bool> AddAsync(DocumentOwner owner, PolicyDocument document, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
        return Task.FromResult(Rows.TryAdd((owner, document.Kind, document.From, document.Version), document));
    }
}
