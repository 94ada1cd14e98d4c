using System.Net;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// A body over an operation's limit is a problem however large it is, and whether or not its length was said before.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class LargeBodyTests(CloudFixture cloud)
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(31, true)]
    [InlineData(31, false)]
    [InlineData(64, true)]
    [InlineData(64, false)]
    public async Task A_body_that_is_too_large_is_a_problem(int megabytes, bool lengthIsSaid)
    {
        using var body = new Zeros(megabytes * Megabyte, lengthIsSaid);

        var answer = await cloud.ApiOf("besar-1").SendContentAsync(HttpMethod.Post, "/api/v1/check-ins", body);

        Refused.Check(answer, "/api/v1/check-ins", 413, "body-too-large");
    }

    /// <summary>Bytes made while they are sent.</summary>
    private sealed class Zeros(int count, bool lengthIsSaid) : HttpContent
    {
        private static readonly byte[] Piece = new byte[64 * 1024];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var left = count; left > 0; left -= Piece.Length)
            {
                await stream.WriteAsync(Piece.AsMemory(0, Math.Min(left, Piece.Length)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = count;
            return lengthIsSaid;
        }
    }
}
