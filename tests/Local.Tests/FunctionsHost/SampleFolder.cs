namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>A published sample app: its assembly and a host.json, in a folder of its own.</summary>
internal sealed class SampleFolder : IDisposable
{
    private const string Assembly = "Kinerja.SampleApp.dll";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-app-");

    public SampleFolder(string hostJson)
    {
        File.Copy(SampleAssembly, System.IO.Path.Combine(Path, Assembly));
        File.WriteAllText(System.IO.Path.Combine(Path, "host.json"), hostJson);
    }

    /// <summary>Where the sample app can be started as a process.</summary>
    public static string SampleAssembly { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, Assembly);

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
