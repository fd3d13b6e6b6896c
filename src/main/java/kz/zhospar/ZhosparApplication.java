package kz.zhospar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ZhosparApplication {
    public static void main(String[] args) {
        SpringApplication.run(ZhosparApplication.class, args);
    }
}
