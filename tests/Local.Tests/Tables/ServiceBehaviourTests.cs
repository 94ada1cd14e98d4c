using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

/// <summary>What the real service does and Azurite does not.</summary>
public sealed class ServiceBehaviourTests
{
    [Fact]
    public async Task A_token_credential_sends_a_bearer_token_for_storage()
    {
        await using var fake = await FakeTables.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var credential = new FixedToken();
        var client = new TableServiceClient(fake.Endpoint, credential, fake.Trusting());

        await client.CreateTableIfNotExistsAsync("Test");

        var request = Assert.Single(fake.Requests);
        Assert.Equal("Bearer the-token", request.Headers["Authorization"]);
        Assert.Equal("2020-12-06", request.Headers["x-ms-version"]);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public void A_token_is_never_sent_without_tls()
    {
        var failure = Assert.Throws<ArgumentException>(
            () => new TableServiceClient(new Uri("http://account.table.core.windows.net"), new FixedToken()));

        Assert.Equal("endpoint", failure.ParamName);
    }

    [Fact]
    public async Task An_empty_page_with_a_token_is_not_the_end()
    {
        await using var fake = await FakeTables.StartAsync((number, context) =>
        {
            if (number < 3)
                context.Response.Headers["x-ms-continuation-NextPartitionKey"] = $"1!4!{number}=";
            if (number == 2)
                context.Response.Headers["x-ms-continuation-NextRowKey"] = "a b";
            return FakeTables.JsonAsync(context, number == 3
                ? """{"odata.metadata":"x","value":[{"odata.etag":"e","PartitionKey":"p","RowKey":"r"}]}"""
                : """{"odata.metadata":"x","value":[]}""");
        });

        var rows = await fake.Table().QueryAsync<TableEntity>("PartitionKey eq 'p'", 10, ["RowKey"]).ToListAsync();

        const string Query = "/account/Test()?$top=10&$select=RowKey&$filter=PartitionKey%20eq%20%27p%27";
        Assert.Equal("r", Assert.Single(rows).RowKey);
        Assert.Equal(
            [Query, Query + "&NextPartitionKey=1%214%211%3D", Query + "&NextPartitionKey=1%214%212%3D&NextRowKey=a%20b"],
            fake.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_throttled_write_is_tried_again_with_its_body()
    {
        await using var fake = await FakeTables.StartAsync((number, context) =>
        {
            context.Response.StatusCode = number < 3 ? 503 : 204;
            return Task.CompletedTask;
        });

        await fake.Table().AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1.0 });

        const string Body =
            """{"PartitionKey":"p","RowKey":"r","Value@odata.type":"Edm.Double","Value":1}""";
        Assert.Equal([Body, Body, Body], fake.Requests.Select(request => request.Body));
        Assert.All(fake.Requests, request =>
        {
            Assert.StartsWith("SharedKeyLite account:", request.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Equal("return-no-content", request.Headers["Prefer"]);
        });
    }

    [Fact]
    public async Task Throttling_without_end_becomes_a_failure_with_its_status()
    {
        await using var fake = await FakeTables.StartAsync((_, context) => FakeTables.JsonAsync(
            context, """{"odata.error":{"code":"ServerBusy","message":{"value":"Slow down."}}}""", 503));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => fake.Table().GetEntityIfExistsAsync<TableEntity>("p", "r"));

        Assert.Equal((503, "ServerBusy"), (failure.Status, failure.ErrorCode));
        Assert.Equal(4, fake.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_still_tells_its_status()
    {
        await using var fake = await FakeTables.StartAsync(
            (_, context) => FakeTables.JsonAsync(context, "<html>no</html>", 403));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => fake.Table().AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((403, null), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_taken_for_created()
    {
        await using var fake = await FakeTables.StartAsync((_, context) => FakeTables.JsonAsync(
            context, """{"odata.error":{"code":"TableBeingDeleted","message":{"value":"Wait."}}}""", 409));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => fake.Table().CreateIfNotExistsAsync());

        Assert.Equal("TableBeingDeleted", failure.ErrorCode);
    }

    [Fact]
    public async Task A_type_may_stand_before_or_after_its_value_or_be_missing()
    {
        await using var fake = await FakeTables.StartAsync((_, context) => FakeTables.JsonAsync(context, """
            {"odata.metadata":"x","odata.etag":"e","PartitionKey":"p","RowKey":"r",
             "Before@odata.type":"Edm.Int64","Before":"5","After":"6","After@odata.type":"Edm.Int64",
             "Bare":7,"Point":7.0,"Whole":8,"Whole@odata.type":"Edm.Double","Text":"2026-01-01T00:00:00Z"}
            """));

        var read = (await fake.Table().GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((5L, 6L), (read.GetInt64("Before"), read.GetInt64("After")));
        Assert.Equal((7, 7.0, 8.0), (read.GetInt32("Bare"), read.GetDouble("Point"), read.GetDouble("Whole")));
        Assert.Equal("2026-01-01T00:00:00Z", read.GetString("Text"));
        Assert.False(read.ContainsKey("odata.metadata"));
    }

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        using var stop = new CancellationTokenSource();
        await using var fake = await FakeTables.StartAsync(async (_, context) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fake.Table().AddEntityAsync(new TableEntity("p", "r"), stop.Token));
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("the-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
