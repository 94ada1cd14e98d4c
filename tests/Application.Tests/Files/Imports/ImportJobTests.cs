using System.Text;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>The job that writes an import, broken off at every write, sent twice, and overtaken.</summary>
public sealed class ImportJobTests
{
    private const int Units = 1300;

    private readonly World _world = new();
    private readonly FakeImports _imports = new();
    private readonly FakeImportQueue _queue = new();

    private ImportKinds Kinds => new(
        _world.Upsert, new PreviewWorkforce(
            _world.Workforce, _world.AgencyDirectory, new(_world.Identities, FakeIdentities.Key, _world.Clock),
            _world.Clock),
        _world.Rate, _world.RecordLeave);

    private PreviewImport Preview => new(_world.AgencyDirectory, _imports, Kinds, _world.Clock);

    private ApplyImport Apply => new(_imports, _queue, Kinds, _world.Clock);

    public static TheoryData<int, bool> Breaks
    {
        get
        {
            var breaks = new TheoryData<int, bool>();
            foreach (var write in Enumerable.Range(1, 20))
            {
                breaks.Add(write, false);
                breaks.Add(write, true);
            }

            return breaks;
        }
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_job_that_breaks_off_at_any_write_ends_with_the_same_counts(int write, bool afterwards)
    {
        _imports.FailingWrite = write;
        _imports.FailsAfterwards = afterwards;
        var import = await PersistentlyAsync(() => Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default));

        await PersistentlyAsync(() => Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default));
        await DrainAsync();

        await CheckDoneAsync(import.Id);
    }

    [Fact]
    public async Task Two_jobs_at_once_count_nothing_twice()
    {
        var import = (await Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        await Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        await Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        Assert.Equal(2, _queue.Waiting.Count);

        await DrainAsync();

        await CheckDoneAsync(import.Id);
    }

    [Fact]
    public async Task Once_a_row_is_done_nothing_is_kept_of_what_it_said()
    {
        var import = (await Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        Assert.All(_imports.Pages.SelectMany(page => page.Lines), line => Assert.NotNull(line.Cells));

        await Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        await DrainAsync();

        Assert.All(_imports.Pages.SelectMany(page => page.Lines), line => Assert.Null(line.Cells));
    }

    [Fact]
    public async Task An_import_goes_with_its_rows_when_its_term_is_over_and_none_that_is_written()
    {
        var import = (await Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        var sweep = new SweepImports(_world.Agencies, _imports, _world.Clock);
        _world.Clock.Advance((Import.Kept - Duration.FromSeconds(1)).ToTimeSpan());
        Assert.Equal(0, await sweep.ExecuteAsync(default));
        await Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        _world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await sweep.ExecuteAsync(default));
        await DrainAsync();
        _world.Clock.Advance(Import.Kept.ToTimeSpan());

        var late = await Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        var gone = await sweep.ExecuteAsync(default);

        Assert.Equal(RefusalCodes.UnknownImport, late.Refusal?.Code);
        Assert.Equal(1, gone);
        Assert.Empty(_imports.Pages);
    }

    private static ReadOnlyMemory<byte> File => Encoding.UTF8.GetBytes(
        "id,name,parentId,zone,headId,directService\n"
        + string.Concat(Enumerable.Range(1, Units).Select(i => $"unit-{i},Unit {i},,Asia/Jakarta,,\n")));

    private async Task CheckDoneAsync(ImportId id)
    {
        var ended = (await _imports.FindAsync(Some.AgencyId, id, default))!.Value;
        Assert.Equal(ImportState.Applied, ended.State);
        Assert.Equal((Units, Units, Units), (ended.Counts.New, ended.Counts.Done, ended.Counts.Finished));
        Assert.Equal(Units, await _world.Workforce.ListUnitsAsync(Some.AgencyId, default)
            .CountAsync(unit => unit.Entries[0].Value.Id.ToString().StartsWith("unit-", StringComparison.Ordinal)));
    }

    /// <summary>As the queue does: a step that failed comes again.</summary>
    private async Task DrainAsync()
    {
        while (_queue.Waiting.TryPeek(out var step))
        {
            try
            {
                await Apply.StepAsync(step, default);
                _queue.Waiting.Dequeue();
            }
            catch (IOException)
            {
                // It stays in front.
            }
        }
    }

    /// <summary>As a client does.</summary>
    private static async Task<Import> PersistentlyAsync(Func<Task<Result<Import>>> act)
    {
        while (true)
        {
            try
            {
                return (await act()).Value;
            }
            catch (IOException)
            {
                // Once more.
            }
        }
    }
}
