using Kinerja.Application.Intake.Pulls;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Intake;

public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<TakeIntake>()
        .AddSingleton<IRegisterPulls, TableRegisterPulls>()
        .AddSingleton<IRegisterPullQueue, StorageRegisterPullQueue>()
        .AddSingleton<RegisterReader>()
        .AddSingleton<CompareRegister>()
        .AddSingleton<KeepRegisterSource>()
        .AddSingleton<PullRegister>()
        .AddSingleton<AgreePull>()
        .AddSingleton<ApplyPull>()
        .AddSingleton<PlanPulls>();
}
