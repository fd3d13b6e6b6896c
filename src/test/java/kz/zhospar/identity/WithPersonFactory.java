package kz.zhospar.identity;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

class WithPersonFactory implements WithSecurityContextFactory<WithPerson> {
    @Override
    public SecurityContext createSecurityContext(WithPerson annotation) {
        return SignIn.context(SignIn.person(annotation.value()));
    }
}
