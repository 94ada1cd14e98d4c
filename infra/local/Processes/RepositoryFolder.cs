namespace Kinerja.Local.Processes;

/// <summary>Where the sources are: the local cloud always runs from a clone.</summary>
public static class RepositoryFolder
{
    private const string Mark = "Serverless.sln";

    public static string Root { get; } = Find();

    public static string Local => Path.Combine(Root, "infra", "local");

    /// <summary>Everything that is kept between runs; never committed.</summary>
    public static string State => Path.Combine(Root, ".local");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
                return folder.FullName;
        }

        throw new MissingToolException($"No {Mark} above {AppContext.BaseDirectory}: run this from a clone.");
    }
}
