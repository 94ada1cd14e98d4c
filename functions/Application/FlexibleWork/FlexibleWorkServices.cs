using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.FlexibleWork;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FlexibleWorkServices
{
    public static IServiceCollection AddFlexibleWork(this IServiceCollection services) => services
        .AddSingleton<IEntitlements, TableEntitlements>()
        .AddSingleton<IFlexibleDays, TableFlexibleDays>()
        .AddSingleton<GrantEntitlement>()
        .AddSingleton<ReadEntitlements>()
        .AddSingleton<RevokeEntitlement>()
        .AddSingleton<WriteEntitlement>()
        .AddSingleton<TakeRewardDays>()
        .AddSingleton<FlexibleFacts>()
        .AddSingleton<PlanFlexibleDays>()
        .AddSingleton<ProposeRotation>()
        .AddSingleton<JudgeFlexibleDays>();
}
