using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>An account's address and the pipeline that reaches it: what every call starts from.</summary>
internal sealed class TableWire
{
    public const string Json = "application/json;odata=minimalmetadata";
    private const string BodyType = "application/json";
    private readonly HttpPipeline _pipeline;
    private readonly string _version;
    private readonly string _root;

    public TableWire(
        Uri endpoint, string accountName, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        _root = endpoint.AbsoluteUri.TrimEnd('/') + "/";
        Root = new Uri(_root);
        AccountName = accountName;
        _version = options.Version;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new ODataErrors() };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Root { get; }

    public string AccountName { get; }

    /// <summary>The absolute address of a resource, as it stands in a transaction.</summary>
    public string Address(string path) => _root + path;

    public HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Root);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("Accept", Json);
        return message;
    }

    public HttpMessage Message(RequestMethod method, string path, PooledContent body, string type = BodyType)
    {
        var message = Message(method, path);
        message.Request.Headers.SetValue("Content-Type", type);
        message.Request.Content = body;
        return message;
    }

    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellation)
    {
        await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        (message.Request.Content as PooledContent)?.Return();
        return message.Response;
    }
}
