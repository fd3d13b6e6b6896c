package kz.zhospar;

import com.vaadin.flow.component.page.AppShellConfigurator;
import kz.zhospar.localdb.LocalRun;
import kz.zhospar.localdb.LocalStartException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ZhosparApplication implements AppShellConfigurator {
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
}
