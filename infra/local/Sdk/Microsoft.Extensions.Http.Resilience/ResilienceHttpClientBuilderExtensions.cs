using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Http.Resilience.Pipeline;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class ResilienceHttpClientBuilderExtensions
{
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
        this IHttpClientBuilder builder,
        Action<HttpStandardResilienceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var pipeline = builder.AddStandardResilienceHandler();
        pipeline.Services.Configure(pipeline.PipelineName, configure);
        return pipeline;
    }

    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name.Length == 0 ? "standard" : builder.Name + "-standard";
        builder.Services.AddOptions<HttpStandardResilienceOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor
            .Singleton<IValidateOptions<HttpStandardResilienceOptions>, StandardOptionsCheck>());
        builder.Services.TryAddSingleton<StandardPipelines>();

        // The pipeline has timeouts of its own; the client's would cut retries off.
        builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.AddHttpMessageHandler(services =>
            new StandardHandler(services.GetRequiredService<StandardPipelines>().Get(name)));
        return new StandardPipelineBuilder(name, builder.Services);
    }

    private sealed record StandardPipelineBuilder(string PipelineName, IServiceCollection Services)
        : IHttpStandardResiliencePipelineBuilder;
}
