using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Kinerja.FunctionsHost.Functions;

/// <summary>
/// The app's settings as the host reads them: nested by two underscores, names without regard to case.
/// </summary>
internal sealed partial class AppSettings(IReadOnlyDictionary<string, string> settings)
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s =>
            KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
        .Build();

    public string? this[string name] => _configuration[name];

    public bool IsDisabled(string function) =>
        IsTrue($"AzureWebJobs.{function}.Disabled") || IsTrue($"AzureWebJobs_{function}_Disabled");

    public bool IsTrue(string name) =>
        this[name] is { } value && (value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with each %Name% replaced by that setting; a setting that is missing is refused.</summary>
    public string Resolve(string text) => Reference().Replace(text, reference =>
        this[reference.Groups[1].Value]
        ?? throw new InvalidOperationException($"The setting '{reference.Groups[1].Value}' is missing."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
