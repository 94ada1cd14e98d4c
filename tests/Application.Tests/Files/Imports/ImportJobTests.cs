using System.Text;
using Kinerja.Application.Files.Imports;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>The job that writes an import, broken off at every write, sent twice, and overtaken.</summary>
public sealed class ImportJobTests
{
    private const int Units = 1300;

    private readonly World _world = new();
    private readonly ImportDesk _desk;

    public ImportJobTests() => _desk = new(_world);

    public static TheoryData<int, bool> Breaks => ImportDesk.Breaks(20);

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_job_that_breaks_off_at_any_write_ends_with_the_same_counts(int write, bool afterwards)
    {
        _desk.Imports.FailingWrite = write;
        _desk.Imports.FailsAfterwards = afterwards;

        var import = await _desk.BringAsync(ImportKind.Units, File);

        await CheckDoneAsync(import.Id);
    }

    [Fact]
    public async Task Two_jobs_at_once_count_nothing_twice()
    {
        var import = (await _desk.Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        await _desk.Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        await _desk.Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        Assert.Equal(2, _desk.Queue.Waiting.Count);

        await _desk.DrainAsync();

        await CheckDoneAsync(import.Id);
    }

    [Fact]
    public async Task Once_a_row_is_done_nothing_is_kept_of_what_it_said()
    {
        var import = (await _desk.Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        Assert.All(_desk.Imports.Pages.SelectMany(page => page.Lines), line => Assert.NotNull(line.Cells));

        await _desk.Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        await _desk.DrainAsync();

        Assert.All(_desk.Imports.Pages.SelectMany(page => page.Lines), line => Assert.Null(line.Cells));
    }

    [Fact]
    public async Task An_import_goes_with_its_rows_when_its_term_is_over_and_none_that_is_written()
    {
        var import = (await _desk.Preview.ExecuteAsync(Some.Actor, ImportKind.Units, File, default)).Value;
        var sweep = new SweepImports(_world.Agencies, _desk.Imports, _world.Clock);
        _world.Clock.Advance((Import.Kept - Duration.FromSeconds(1)).ToTimeSpan());
        Assert.Equal(0, await sweep.ExecuteAsync(default));
        await _desk.Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        _world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await sweep.ExecuteAsync(default));
        await _desk.DrainAsync();
        _world.Clock.Advance(Import.Kept.ToTimeSpan());

        var late = await _desk.Apply.StartAsync(Some.Actor, import.Id, ImportChoice.All, null, default);
        var gone = await sweep.ExecuteAsync(default);

        Assert.Equal(RefusalCodes.UnknownImport, late.Refusal?.Code);
        Assert.Equal(1, gone);
        Assert.Empty(_desk.Imports.Pages);
    }

    private static ReadOnlyMemory<byte> File => Encoding.UTF8.GetBytes(
        "id,name,parentId,zone,headId,directService\n"
        + string.Concat(Enumerable.Range(1, Units).Select(i => $"unit-{i},Unit {i},,Asia/Jakarta,,\n")));

    private async Task CheckDoneAsync(ImportId id)
    {
        var ended = (await _desk.Imports.FindAsync(Some.AgencyId, id, default))!.Value;
        Assert.Equal(ImportState.Applied, ended.State);
        Assert.Equal((Units, Units, Units), (ended.Counts.New, ended.Counts.Done, ended.Counts.Finished));
        Assert.Equal(Units, await _world.Workforce.ListUnitsAsync(Some.AgencyId, default)
            .CountAsync(unit => unit.Entries[0].Value.Id.ToString().StartsWith("unit-", StringComparison.Ordinal)));
    }
}
