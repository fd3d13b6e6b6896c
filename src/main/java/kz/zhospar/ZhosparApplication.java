package kz.zhospar;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ZhosparApplication implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(ZhosparApplication.class, args);
    }
}
