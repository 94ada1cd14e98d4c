using System.Security.Cryptography;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// An area as well-known binary (16 bytes a vertex). A short one stands in its fence's row; a longer one over rows of
/// its own, named by the hash of the whole: 100,000 vertices are 1.6 MB in seven rows, which versions that differ in
/// something else share.
/// </summary>
internal sealed class FenceAreaRows
{
    /// <summary>A row may hold 1 MiB; as base64, with the scope's lists beside it, this keeps far below.</summary>
    internal const int MostBytesInRow = 4 * Chunks.ChunkBytes;

    private readonly byte[] _bytes;

    private FenceAreaRows(byte[] bytes)
    {
        _bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    internal string Sha256 { get; }

    internal int Bytes => _bytes.Length;

    internal bool FitsRow => _bytes.Length <= MostBytesInRow;

    internal static FenceAreaRows Of(MultiPolygon area) => new(new WKBWriter().Write(area));

    internal static MultiPolygon Read(byte[] bytes) => (MultiPolygon)new WKBReader().Read(bytes);

    /// <summary>The rows of a long area, together, in order.</summary>
    internal static MultiPolygon Read(IEnumerable<TableEntity> rows, int bytes)
    {
        var whole = rows.SelectMany(row => row.GetChunks("Area")).ToArray();
        return whole.Length == bytes
            ? Read(whole)
            : throw new InvalidDataException($"A fence's area has {whole.Length} bytes stored of {bytes}.");
    }

    internal void PutIn(TableEntity row) => row.PutChunks("Area", _bytes);

    internal IEnumerable<TableEntity> Rows(string partition) => _bytes.Chunk(MostBytesInRow).Select((part, index) =>
    {
        var row = TableColumns.NewRow(partition, TableKeys.FenceAreaRows(Sha256, index));
        row.PutChunks("Area", part);
        return row;
    });
}
