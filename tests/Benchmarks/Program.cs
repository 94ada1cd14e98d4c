using Kinerja.Benchmarks.CheckIns;
using Kinerja.Benchmarks.Files;
using Kinerja.Benchmarks.Geofences;
using Kinerja.Benchmarks.Harness;
using Kinerja.Benchmarks.Quarters;
using Kinerja.Benchmarks.Ranking;
using Kinerja.Benchmarks.StartUp;
using Kinerja.Local.Processes;

var benchmarks = new Dictionary<string, Func<RunSize, Task<Report>>>
{
    ["checkin"] = CheckInBenchmark.RunAsync,
    ["startup"] = StartUpBenchmark.RunAsync,
    ["quarter"] = QuarterBenchmark.RunAsync,
    ["ranking"] = RankingBenchmark.RunAsync,
    ["geofence"] = GeofenceBenchmark.RunAsync,
    ["verdict"] = VerdictBenchmark.RunAsync,
    ["files"] = FilesBenchmark.RunAsync,
};

// Two words that only this program says to itself: the far end of a measurement needs a process of its own.
switch (args)
{
    case [LoadWorkers.Verb, var plan]: return await LoadWorkers.RunAsync(plan);
    case [BareApp.Verb]: return await BareApp.RunAsync();
}

if (RunSize.Parse(args, benchmarks.Keys, out var names, out var fault) is not { } size)
{
    Console.Error.WriteLine(fault);
    return 2;
}

try
{
    MachineNote.Print(size);
    foreach (var name in names)
    {
        (await benchmarks[name](size)).Print(Console.Out);
    }

    return 0;
}
catch (Exception wrong) when (wrong is MissingToolException or InvalidOperationException)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
