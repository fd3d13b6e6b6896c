package kz.zhospar.exchange;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers programs in their own terms where otherwise the not-found screen would. */
@RestController
class UnknownPathController {

    @GetMapping("/api/v1/**")
    void nothing() {
        throw Problem.unknownPath();
    }
}
