package kz.zhospar.identity.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows one sentence instead of a stack trace when the start stops because of the accounts. */
class AccountsFailureAnalyzer extends AbstractFailureAnalyzer<AccountsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AccountsException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
