package kz.zhospar.exchange;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program: nobody signed in, and every request passes the security chain. */
final class ApiClient {

    static final String PLAN = "/api/v1/plans/almaty-2021-2025";

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;

    ApiClient(WebApplicationContext application) {
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    MockHttpServletResponse get(String path, String... headers) throws Exception {
        return send(HttpMethod.GET, path, headers);
    }

    /** @param headers names and values in turn */
    MockHttpServletResponse send(HttpMethod method, String path, String... headers) throws Exception {
        var request = MockMvcRequestBuilders.request(method, URI.create(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    JsonNode json(String path) throws Exception {
        return json(get(path));
    }

    static JsonNode json(MockHttpServletResponse response) {
        return JSON.readTree(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
