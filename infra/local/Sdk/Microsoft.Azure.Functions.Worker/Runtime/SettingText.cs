using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Puts settings in the place of %Name% in schedules and entity names.</summary>
internal static partial class SettingText
{
    public static bool TryResolve(IConfiguration configuration, string text, out string resolved, out string? missing)
    {
        string? absent = null;
        resolved = Reference().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (configuration[name] is { } value)
            {
                return value;
            }

            absent ??= name;
            return match.Value;
        });
        missing = absent;
        return absent is null;
    }

    public static string Resolve(IConfiguration configuration, string text) =>
        TryResolve(configuration, text, out var resolved, out var missing)
            ? resolved
            : throw new InvalidOperationException($"The setting '{missing}' is missing.");

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
