package kz.zhospar;

import java.time.Clock;
import kz.zhospar.localdb.LocalRun;
import kz.zhospar.localdb.LocalStartException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ZhosparApplication {
    public static void main(String[] args) {
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
