namespace Kinerja.Benchmarks.Harness;

/// <summary>A folder of this run's own, gone when the run is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kinerja-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
