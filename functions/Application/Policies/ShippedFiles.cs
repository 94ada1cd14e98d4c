using System.Reflection;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Policies;

/// <summary>
/// The files of the folder Shipped, embedded as <c>shipped/kind/version.json</c>. A file says its use, its first day
/// (or <c>beginning</c>; one that is only named has none) and the policy.
/// </summary>
public static class ShippedFiles
{
    private const string Root = "shipped/";
    private const string Beginning = "beginning";

    private static readonly Assembly Code = typeof(ShippedFiles).Assembly;

    /// <summary>Read once for the whole process.</summary>
    public static ShippedPolicies Policies { get; } = new([.. Names.Select(Load)]);

    /// <summary>Where each file lies, as <c>kind/version.json</c>, in the order of the alphabet.</summary>
    public static IEnumerable<string> Names => Code.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/'))
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .Select(name => name[Root.Length..])
        .Order(StringComparer.Ordinal);

    /// <summary>A file's bytes as they stand.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Code.GetManifestResourceStream(Root + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ShippedPolicy Load(string file)
    {
        var kind = file[..file.IndexOf('/', StringComparison.Ordinal)];
        using var json = JsonDocument.Parse(Bytes(file));
        var root = json.RootElement;
        var use = JsonFormat.Value<ShippedUse>(root.GetProperty("use").GetString()!);
        return new ShippedPolicy(
            kind,
            Path.GetFileNameWithoutExtension(file),
            use,
            use == ShippedUse.Named ? LocalDate.MinIsoValue : Day(root.GetProperty("from").GetString()!),
            JsonSerializer.SerializeToUtf8Bytes(root.GetProperty("policy"), JsonFormat.Default.JsonElement));
    }

    private static LocalDate Day(string text) =>
        text == Beginning ? LocalDate.MinIsoValue : LocalDatePattern.Iso.Parse(text).Value;
}
