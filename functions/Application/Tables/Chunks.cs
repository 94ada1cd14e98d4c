using System.Globalization;
using Azure.Data.Tables;

namespace Kinerja.Application.Tables;

/// <summary>Bytes longer than the 64 KiB that a column holds, over as many columns as they need.</summary>
internal static class Chunks
{
    internal const int ChunkBytes = 60 * 1024;

    internal static void PutChunks(this TableEntity row, string name, byte[] bytes)
    {
        var chunks = bytes.Chunk(ChunkBytes).ToList();
        row["Chunks"] = chunks.Count;
        for (var i = 0; i < chunks.Count; i++)
        {
            row[Column(name, i)] = chunks[i];
        }
    }

    internal static byte[] GetChunks(this TableEntity row, string name) =>
        [.. Enumerable.Range(0, row.Int("Chunks")).SelectMany(i => row.GetBinary(Column(name, i))!)];

    private static string Column(string name, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}{index:D2}");
}
