-- What the engine's tables say of running cases, for figures over many of them that its own queries cannot give. The
-- engine's tables have no policies; these views show a transaction its own company, and who reads them joins what the
-- business says of stores. Times are the engine's: local to the server that writes them.

-- A case and an element it waits at; several rows where it waits at several, or at one several times.
create view process_standing as
select d.tenant_id_ as company, d.key_ as process, d.version_ as version, e.proc_inst_id_ as instance,
       i.business_key_ as business_key, e.act_id_ as element,
       -- a step that has not begun is known by its job alone
       coalesce(h.start_time_, j.create_time_, localtimestamp) as since
  from act_ru_execution e
  join act_ru_execution i on i.id_ = e.proc_inst_id_
  join act_re_procdef d on d.id_ = e.proc_def_id_
  left join act_hi_actinst h on h.id_ = e.act_inst_id_
  left join act_ru_job j on j.execution_id_ = e.id_ and j.handler_type_ = 'async-continuation'
 where e.act_id_ is not null and not e.is_event_scope_
   -- not is_active_: that stays false in a case that was moved by hand
   and not exists (select from act_ru_execution below where below.parent_id_ = e.id_)
   and (select current_setting('shouqi.company', true)) in (d.tenant_id_, '*');

-- Every case that runs or ran, as long as the engine remembers it.
create view process_case as
select d.tenant_id_ as company, d.key_ as process, d.version_ as version, p.proc_inst_id_ as instance,
       p.business_key_ as business_key, p.super_process_instance_id_ as caller,
       p.start_time_ as started, p.end_time_ as ended, p.state_ as state
  from act_hi_procinst p
  join act_re_procdef d on d.id_ = p.proc_def_id_
 where (select current_setting('shouqi.company', true)) in (d.tenant_id_, '*');

-- Steps that failed for good. A failure in a called case shows in its callers as well; own is where it happened.
create view process_incident as
select d.tenant_id_ as company, d.key_ as process, d.version_ as version, n.id_ as incident, n.proc_inst_id_ as instance,
       i.business_key_ as business_key, n.activity_id_ as element, n.incident_timestamp_ as since,
       n.cause_incident_id_ = n.id_ as own, n.configuration_ as job, n.incident_msg_ as message,
       g.bytes_ as trace
  from act_ru_incident n
  join act_ru_execution i on i.id_ = n.proc_inst_id_
  join act_re_procdef d on d.id_ = n.proc_def_id_
  left join act_ru_job j on j.id_ = n.configuration_
  left join act_ge_bytearray g on g.id_ = j.exception_stack_id_
 where (select current_setting('shouqi.company', true)) in (d.tenant_id_, '*');

-- What the engine will do by itself. A step without a date is due since it was made.
create view process_job as
select d.tenant_id_ as company, d.key_ as process, d.version_ as version, j.id_ as job,
       j.process_instance_id_ as instance, i.business_key_ as business_key, b.act_id_ as element,
       j.type_ = 'timer' as timer, coalesce(j.duedate_, j.create_time_) as due, j.retries_ as retries,
       j.suspension_state_ = 2 as suspended, j.exception_msg_ is not null as failed_before
  from act_ru_job j
  join act_re_procdef d on d.id_ = j.process_def_id_
  join act_ru_execution i on i.id_ = j.process_instance_id_
  left join act_ru_jobdef b on b.id_ = j.job_def_id_
 where (select current_setting('shouqi.company', true)) in (d.tenant_id_, '*');
