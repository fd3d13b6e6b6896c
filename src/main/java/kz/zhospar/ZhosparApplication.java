package kz.zhospar;

import java.time.Clock;
import java.util.Arrays;
import kz.zhospar.backup.BackupCommand;
import kz.zhospar.localdb.LocalRun;
import kz.zhospar.localdb.LocalStartException;
import kz.zhospar.seal.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ZhosparApplication {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(VerifyCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (BackupCommand.isMeant(args)) {
            System.exit(BackupCommand.run(args));
        }
        var application = new SpringApplication(ZhosparApplication.class);
        try {
            LocalRun.prepare(application, args);
        } catch (LocalStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
