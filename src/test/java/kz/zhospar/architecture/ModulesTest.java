package kz.zhospar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import kz.zhospar.ZhosparApplication;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RevisionEntity;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/** The structure that the code has to keep. */
class ModulesTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.zhospar");

    private static final Set<Class<?>> RULES = Set.of(PermitAll.class, RolesAllowed.class);

    @Test
    void keepsTheBoundariesOfItsModules() {
        ApplicationModules.of(ZhosparApplication.class).verify();
    }

    @Test
    void keepsScreensApartFromTheRest() {
        var screens = new String[] {"..ui..", "kz.zhospar.shell.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(screens)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "..ui..")
                .check(CODE);
    }

    @Test
    void saysOfEveryServiceMethodWhoMayCallIt() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .should()
                .beAnnotatedWith(rule())
                .orShould(ArchConditions.be(declaredInAClassWithARule()))
                .check(CODE);
    }

    @Test
    void auditsEveryEntityThatHasAState() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotAnnotatedWith(RevisionEntity.class)
                .and()
                // What one person was told or has not sent yet is no part of the plan's history; the directory is a
                // copy of what Keycloak keeps and logs.
                .resideOutsideOfPackages(
                        "kz.zhospar.notification..", "kz.zhospar.jotting..", "kz.zhospar.identity.internal..")
                .should()
                .beAnnotatedWith(Audited.class)
                .check(CODE);
    }

    @Test
    void readsTheAuditInOneModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kz.zhospar.audit..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "read Envers' tables",
                        type -> type.getPackageName().startsWith("org.hibernate.envers.query")
                                || type.getName().startsWith("org.hibernate.envers.AuditReader")))
                .check(CODE);
    }

    /** Hibernate's own annotation of the same name audits nothing here. */
    @Test
    void takesEnversForTheAudit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.annotations.Audited")
                .check(CODE);
    }

    /** A bulk statement would change audited rows without a trace. */
    @Test
    void changesAuditedRowsOneByOne() throws IOException {
        var bulk = Pattern.compile(
                "@Modifying|executeUpdate|createMutationQuery|createNativeMutationQuery|CriteriaUpdate|CriteriaDelete"
                        + "|deleteAllInBatch|deleteInBatch|JdbcTemplate|JdbcClient|@SQLInsert|@SQLUpdate|@SQLDelete"
                        + "|on delete cascade|on update cascade");
        try (var files = Files.walk(Path.of("src/main"))) {
            var found = files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file -> bulk.matcher(read(file)).find())
                    // The local database creates its own role and database; it touches no table.
                    .filter(file -> !file.toString().contains("/localdb/"))
                    // The lock of scheduled work is a table of its library.
                    .filter(file -> !file.toString().contains("/schedule/"));
            assertThat(found).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaAnnotation<?>> rule() {
        return DescribedPredicate.describe("an authorisation rule", ModulesTest::isRule);
    }

    private static boolean isRule(JavaAnnotation<?> annotation) {
        return RULES.stream().anyMatch(rule -> annotation.getRawType().isEquivalentTo(rule));
    }

    private static DescribedPredicate<JavaMethod> declaredInAClassWithARule() {
        return DescribedPredicate.describe("declared in a class with an authorisation rule", method -> {
            JavaClass owner = method.getOwner();
            return owner.getAnnotations().stream().anyMatch(ModulesTest::isRule);
        });
    }
}
