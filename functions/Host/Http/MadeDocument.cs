using System.Reflection;

namespace Kinerja.Host.Http;

/// <summary>A document of the API or of its events: made by a test, checked in, and served as it is.</summary>
internal sealed class MadeDocument(string name)
{
    private readonly Lazy<byte[]> _bytes = new(() =>
    {
        using var own = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[own.Length];
        own.ReadExactly(bytes);
        return bytes;
    });

    internal ReadOnlyMemory<byte> Bytes => _bytes.Value;
}
