using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>What holds for every operation that takes a body, whichever the document comes to name.</summary>
[Collection(nameof(CloudFixture))]
public sealed class EveryBodyTests(CloudFixture cloud)
{
    private static readonly IReadOnlyList<Operation> WithBody =
        [.. ApiDocument.Embedded.Operations.Where(o => o.ExampleBody() is not null)];

    [Fact]
    public Task No_operation_takes_half_a_body_or_one_with_foreign_members() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var call in WithBody.Where(o => !o.TakesFile).Select(o => new ExampleCall(o, agency.Id)))
        {
            var half = await call.SendAsync(agency.Api, call.Body![..^2]);
            var twice = await call.SendAsync(agency.Api, call.Body[..^1] + ",\"id\":1,\"id\":2}");

            Refused.Check(half, call.Path, 400, "invalid-body");
            Refused.Check(twice, call.Path, 400, "invalid-body");
            if (call.Operation.Id is "PutGeofence" or "ImportGeofences" or "PostIntake")
            {
                // GeoJSON lets foreign members stand beside its own; an app's own body is its own affair.
                continue;
            }

            var foreign = await call.SendAsync(agency.Api, "{\"foreign\":1," + call.Body[1..]);
            Refused.Check(foreign, call.Path, 400, "invalid-body");
            Assert.Equal(["/foreign"], foreign.Pointers);
        }
    });

    [Fact]
    public Task One_byte_more_than_the_document_says_is_too_large_with_and_without_a_length() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var call in WithBody.Select(o => new ExampleCall(o, agency.Id)))
        {
            var large = new byte[call.Operation.MostBodyBytes() + 1];
            "{\"name\":\""u8.CopyTo(large);
            large.AsSpan(9).Fill((byte)'x');
            var announced = await call.SendContentAsync(agency.Api, new ByteArrayContent(large));
            var chunked = await call.SendContentAsync(agency.Api, new StreamContent(new EndlessLooking(large)));

            Refused.Check(announced, call.Path, 413, "body-too-large");
            Refused.Check(chunked, call.Path, 413, "body-too-large");
        }
    });

    [Fact]
    public Task A_coding_that_is_not_taken_is_named_before_anything_is_read() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var call in WithBody.Select(o => new ExampleCall(o, agency.Id)))
        {
            var body = new ByteArrayContent("{}"u8.ToArray());
            body.Headers.ContentEncoding.Add("br");
            var answer = await call.SendContentAsync(agency.Api, body);

            Refused.Check(answer, call.Path, 415, "unknown-encoding");
            Assert.Equal(["gzip, identity"], answer.Headers.GetValues("Accept-Encoding"));
        }
    });

    [Fact]
    public Task A_batch_or_list_of_1001_is_too_many_and_none_is_stored() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var many = string.Join(',', Enumerable.Range(0, 1001).Select(_ => "{}"));
        var root = $"/api/v1/agencies/{agency.Id}";

        await Refused.PostAsync(
            agency.Api, "/api/v1/check-ins/batch", $$"""{"checkIns":[{{many}}]}""", 413, "batch-too-large");
        await Refused.PostAsync(
            agency.Api, "/api/v1/check-ins/batch", """{"checkIns":[]}""", 400, "invalid-field", "/checkIns");
        await Refused.PutAsync(
            agency.Api, root + "/units", $$"""{"units":[{{many}}]}""", 400, "invalid-field", "/units");
        await Refused.PutAsync(
            agency.Api, root + "/employees", $$"""{"employees":[{{many}}]}""", 400, "invalid-field", "/employees");
    });

    /// <summary>A stream that does not tell its length, so that it is sent in chunks.</summary>
    private sealed class EndlessLooking(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
