using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Kinerja.Application.Tables;

namespace Kinerja.Application.Tests.Tables;

/// <summary>A row says by which layout it was written; one of a later layout is not read at all.</summary>
public sealed class LayoutTests
{
    private const string Known = """{"PartitionKey":"p","RowKey":"r","Layout":1}""";

    private const string Later = """{"PartitionKey":"p","RowKey":"r","Layout":2}""";

    private const string Fault = "Table Surveys has a row of layout 2, and this version reads layouts up to 1.";

    [Fact]
    public async Task A_row_of_a_known_layout_is_found_and_listed()
    {
        Assert.NotNull(await Store(Known).FindAsync(TableNames.Surveys, "p", "r", default));
        Assert.Single(
            await Store($$"""{"value":[{{Known}}]}""").ListAsync(TableNames.Surveys, "", null, default).ToListAsync());
    }

    [Fact]
    public async Task A_row_of_a_later_layout_is_a_fault_that_names_table_and_layouts()
    {
        var found = await Assert.ThrowsAsync<InvalidDataException>(
            () => Store(Later).FindAsync(TableNames.Surveys, "p", "r", default));
        var listed = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await Store($$"""{"value":[{{Known}},{{Later}}]}""")
                .ListAsync(TableNames.Surveys, "", null, default).ToListAsync());
        Assert.Equal((Fault, Fault), (found.Message, listed.Message));
    }

    /// <summary>A list of some columns asks for the layout too, since without it nothing could be held.</summary>
    [Fact]
    public async Task A_list_of_a_few_columns_asks_for_the_layout_beside_them()
    {
        Uri? asked = null;
        await Store("""{"value":[]}""", uri => asked = uri)
            .ListAsync(TableNames.Surveys, "", ["GiverId"], default).ToListAsync();
        Assert.Contains("$select=GiverId,Layout", Uri.UnescapeDataString(asked!.Query), StringComparison.Ordinal);
    }

    private static TableStore Store(string answer, Action<Uri>? asked = null) => new(new TableServiceClient(
        new Uri("https://account.table.core.windows.net"),
        new TableSharedKeyCredential("account", "a2V5"),
        new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(new Answer(answer, asked))) }));

    private sealed class Answer(string json, Action<Uri>? asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked?.Invoke(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            });
        }
    }
}
