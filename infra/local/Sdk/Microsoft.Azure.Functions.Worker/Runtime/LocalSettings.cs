using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What only this host knows comes from configuration: the official API has no member for it.</summary>
internal static class LocalSettings
{
    /// <summary>The key of functions above Anonymous; unset means that no key is asked for.</summary>
    public const string Key = "FunctionsHost:Key";

    /// <summary>The DI key of the scheduler's own TimeProvider.</summary>
    public const string Clock = "FunctionsHost";

    public const string DefaultAddress = "http://localhost:7071";

    private const string StateFolderName = "FunctionsHost:StateFolder";

    public static string StateFolder(IConfiguration configuration) =>
        Path.GetFullPath(configuration[StateFolderName] is { Length: > 0 } folder
            ? folder
            : Path.Combine(".local", "functions-host"));

    public static bool IsDisabled(IConfiguration configuration, string function) =>
        bool.TryParse(configuration[$"AzureWebJobs.{function}.Disabled"], out var disabled) && disabled;
}
