using Kinerja.Application.Files.Imports;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>What an office does with a file, over fakes: a client and a queue that try again.</summary>
internal sealed class ImportDesk(World world)
{
    internal FakeImports Imports { get; } = new();

    internal FakeImportQueue Queue { get; } = new();

    internal IEnumerable<ImportLine> Lines => Imports.Pages.SelectMany(page => page.Lines);

    internal PreviewImport Preview => new(world.AgencyDirectory, Imports, Kinds, Lane, world.Clock);

    internal ApplyImport Apply => new(Imports, Queue, Kinds, world.Clock);

    internal ExpensiveWorkLane Lane { get; init; } = new();

    private ImportKinds Kinds => new(
        world.Upsert, new PreviewWorkforce(
            world.Workforce, world.AgencyDirectory, new(world.Identities, FakeIdentities.Key, world.Clock),
            world.Clock),
        world.Rate, world.RecordLeave, world.Policies, world.PublishPolicy);

    internal static TheoryData<int, bool> Breaks(int writes)
    {
        var breaks = new TheoryData<int, bool>();
        foreach (var write in Enumerable.Range(1, writes))
        {
            breaks.Add(write, false);
            breaks.Add(write, true);
        }

        return breaks;
    }

    internal async Task<Import> BringAsync(ImportKind kind, ReadOnlyMemory<byte> file) =>
        await ApplyAsync(await PreviewAsync(kind, file));

    internal Task<Import> PreviewAsync(ImportKind kind, ReadOnlyMemory<byte> file) =>
        PersistentlyAsync(() => Preview.ExecuteAsync(Some.Actor, kind, file, default));

    internal async Task<Import> ApplyAsync(Import import)
    {
        await PersistentlyAsync(() => Apply.StartAsync(Some.Actor, import.Id, ImportChoice.Good, null, default));
        await DrainAsync();
        return (await Imports.FindAsync(Some.AgencyId, import.Id, default))!.Value;
    }

    /// <summary>As the queue does: a step that failed comes again.</summary>
    internal async Task DrainAsync()
    {
        while (Queue.Waiting.TryPeek(out var step))
        {
            try
            {
                await Apply.StepAsync(step, default);
                Queue.Waiting.Dequeue();
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
