using System.Security.Cryptography;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// SHA-256 of what a fence says, whatever its version: over the document that a GET answers. Two equal hashes are one
/// content, so that the same body again is recognised without reading the stored area.
/// </summary>
internal static class FenceContent
{
    internal static string Sha256(Geofence fence) =>
        Convert.ToHexStringLower(SHA256.HashData(GeofenceWriter.Write(fence with { Version = 0 }).Span));
}
