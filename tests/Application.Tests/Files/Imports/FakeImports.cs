using System.Globalization;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>
/// In memory, with tags; the call of that number fails once, before or after it has written. Previews write pages from
/// several threads.
/// </summary>
internal sealed class FakeImports : IImports
{
    private readonly Lock _oneAtATime = new();
    private readonly Dictionary<ImportId, (Import Import, int Tag)> _imports = [];
    private readonly Dictionary<(ImportId, int, int), ImportPage> _pages = [];
    private int _writes;

    /// <summary>Which write fails, from 1; 0 is none.</summary>
    internal int FailingWrite { get; set; }

    internal bool FailsAfterwards { get; set; }

    internal IEnumerable<ImportPage> Pages => _pages.OrderBy(page => page.Key.Item3).Select(page => page.Value);

    public Task<Tagged<Import>?> FindAsync(AgencyId agency, ImportId id, CancellationToken cancel) => Task.FromResult(
        _imports.TryGetValue(id, out var found)
            ? new Tagged<Import>(found.Import, found.Tag.ToString(CultureInfo.InvariantCulture))
            : null);

    public Task<bool> PutAsync(Import import, string? tag, CancellationToken cancel)
    {
        var done = false;
        Write(() =>
        {
            var known = _imports.TryGetValue(import.Id, out var found) ? found.Tag : 0;
            done = (tag ?? "0") == known.ToString(CultureInfo.InvariantCulture);
            if (done)
            {
                _imports[import.Id] = (import, known + 1);
            }
        });
        return Task.FromResult(done);
    }

    public Task PutPageAsync(ImportPage page, CancellationToken cancel)
    {
        Write(() => _pages[(page.Id, page.Version, page.Number)] = page);
        return Task.CompletedTask;
    }

    public Task<ImportPage?> FindPageAsync(Import import, int number, CancellationToken cancel) =>
        Task.FromResult(_pages.GetValueOrDefault((import.Id, import.Version, number)));

    public IAsyncEnumerable<Import> ListAsync(AgencyId agency, CancellationToken cancel) =>
        _imports.Values.Select(one => one.Import).ToList().ToAsyncEnumerable();

    public Task RemovePagesAsync(AgencyId agency, ImportId id, int? but, CancellationToken cancel)
    {
        foreach (var key in _pages.Keys.Where(key => key.Item1 == id && key.Item2 != but).ToList())
        {
            _pages.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(Import import, CancellationToken cancel)
    {
        _imports.Remove(import.Id);
        return Task.CompletedTask;
    }

    private void Write(Action write)
    {
        lock (_oneAtATime)
        {
            var fails = ++_writes == FailingWrite;
            if (fails && !FailsAfterwards)
            {
                throw new IOException("The store was away.");
            }

            write();
            if (fails)
            {
                throw new IOException("The answer was lost.");
            }
        }
    }
}

internal sealed class FakeImportQueue : IImportQueue
{
    internal Queue<ImportStep> Waiting { get; } = new();

    public Task SendAsync(ImportStep step, CancellationToken cancel)
    {
        Waiting.Enqueue(step);
        return Task.CompletedTask;
    }
}
