using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Intake;

public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services.AddSingleton<TakeIntake>();
}
