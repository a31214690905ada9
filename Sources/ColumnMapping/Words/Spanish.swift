/// Words of headers in Spanish; the lines read as those of `EnglishWords`.
enum SpanishWords {
  static let table = """
    : el|la|los|las|del|de|su|y|o|u|en|para|al|un|una|por favor|nuevo
    email: correo|correo electronico|direccion de correo electronico|direccion de correo|direccion de e-mail|direccion del correo electronico|direccion email|direccion electronica|e-correo
    phone: telefono|tel|numero de telefono|telefono fijo|fijo?|tlf|tfno|tel fijo|telf|telefonos|telefono de contacto|tlfno
    mobile: movil|telefono movil|celular|telefono celular|numero de movil|numero celular|num movil
    fax: numero de fax|telefax|buscapersonas
    name_or_first: nombre
    first: nombre de pila|primer nombre|nombres
    last: apellido|apellidos|primer apellido|apellido paterno
    full+name: nombre completo|nombre y apellidos|nombre y apellido|persona de contacto|nombre del contacto|nombre del cliente~|apellidos y nombre|nombre contacto|nombres y apellidos|nombre apellidos
    middle: segundo nombre|segundo apellido|apellido materno|iniciales
    prefix: tratamiento|trato
    suffix: sufijo
    nickname: apodo|alias|nombre de usuario|usuario de acceso
    person: contacto|persona|asistente|participante|interesado|visitante|suscriptor|donante|paciente|voluntario
    company: empresa|compania|razon social|nombre de la empresa|organizacion|sociedad|cuenta|nombre de la cuenta~|nombre empresa|entidad|institucion~|nombre comercial|centro de trabajo~
    department: departamento|area
    job: cargo|puesto|puesto de trabajo|profesion|ocupacion|funcion|denominacion del puesto
    title: titulo?
    role: rol
    website: sitio web|pagina web|pagina?|web de la empresa|sitio?|sitio en internet
    address: direccion|domicilio|direccion postal|direccion completa
    street: calle|via?|calle y numero|direccion 1|calle numero
    city: ciudad|poblacion|localidad|municipio|pueblo
    postcode: codigo postal|cp|cod postal|c postal|cod p
    region: provincia|comunidad autonoma|region?|estado?|departamento geografico|provincia o estado|estado o provincia|estado provincia
    country: pais|pais region|pais o region|codigo de pais|codigo del pais
    language: idioma|lengua|idioma preferido
    industry: sector|industria|ramo|giro|sector de actividad|actividad|rubro
    employees: empleados|plantilla?|trabajadores
    count+employees: numero de empleados|n de empleados|num empleados|tamano de la empresa|no de empleados|cantidad de empleados
    size: tamano
    revenue: facturacion|ingresos|cifra de negocios|volumen de negocio
    annual+revenue: facturacion anual|ingresos anuales|ventas anuales
    annual: anual|anuales
    source: fuente|origen|metodo de captacion|metodo captacion|medio de captacion|via de captacion|procedencia~|origen del lead|fuente del lead|como nos conocio|como nos has conocido
    campaign: campana|nombre de la campana
    medium: medio
    landing: pagina de destino|pagina de aterrizaje|pagina de entrada
    form: formulario|nombre del formulario
    referrer: recomendado por|referido por
    consent: consentimiento|rgpd|lopd~|autorizacion~|acepta politica de privacidad|estado del consentimiento|proteccion de datos~|politica de privacidad~
    optin: suscrito~|suscripcion?|alta en newsletter|alta newsletter
    optout: baja|dado de baja|no contactar|cancelar suscripcion|oposicion|desuscrito|baja newsletter
    accept: acepto recibir|acepta recibir|desea recibir|acepta|aceptado|autoriza|acepto
    newsletter: boletin|boletin de noticias
    marketing: publicidad|comunicaciones comerciales
    channel: canal
    purpose: finalidad|proposito|fin del tratamiento
    basis: base legal|base juridica
    wording: texto legal|texto del consentimiento
    ip: direccion ip
    expires: caducidad|caduca|expira|fecha de expiracion|fecha de caducidad|vence|valido hasta|fecha de vencimiento|vencimiento
    id: identificador~|clave~|referencia?
    number: numero|num|n|no|nro
    count: cantidad|cantidad de|cuantos|cuantas
    code: codigo|cod
    created: creado~|creacion~|fecha de creacion|fecha de alta|fecha alta|registrado|fecha de registro|fecha creacion|fecha registro|anadido|recibido~|fecha de inscripcion|fecha de entrada|marca temporal?|cliente desde|miembro desde|socio desde
    created+entry: alta|registro
    modified: modificado|modificacion|actualizado|fecha de modificacion|ultima modificacion|ultima actualizacion|ultima actividad|ultimo contacto
    date: fecha|dia?
    time: hora
    timestamp: fecha y hora|marca de tiempo|marca temporal
    added: desde?|anadido el|fecha de baja?|agregado
    changed: cambio|fecha de cambio|cambiado
    by: por
    status: estado*|situacion|estado del registro
    stage: etapa|fase|fase de venta
    type: tipo|clase
    owner: asignado a|usuario asignado|ejecutivo de cuenta|comercial asignado
    owner+holder: propietario|responsable|comercial|vendedor|ejecutivo|ejecutiva|gestor|asesor|agente|encargado|titular
    manager: jefe|supervisor|superior|gerente
    assistant: asistente personal|secretaria|secretario|ayudante
    note: nota~|notas|comentario|comentarios|observaciones|observacion|mensaje del cliente
    review: resenas|opiniones|valoraciones|numero de resenas|numero de opiniones
    description: descripcion
    subject: asunto|tema
    value: valor
    display: nombre para mostrar|mostrar como|nombre mostrado
    lead: prospecto|cliente potencial|pre contacto|precontacto|leads|candidato|posible cliente
    customer: cliente|clientes|comprador
    deal: negocio|oportunidad|trato|operacion
    task: tarea|tareas
    activity: actividad comercial|llamada|reunion|visita|cita
    event: evento|tipo de evento|suceso
    message: mensaje|envio?
    user: usuario
    amount: cantidad*?|precio total|total linea|importe linea|importe|monto|cantidad total|valor del negocio|importe total|valor de la oportunidad
    currency: moneda|divisa
    probability: probabilidad
    forecast: prevision|pronostico|categoria de prevision
    category: categoria|categorias
    expected: prevista|previsto|estimada|estimado|esperada
    close: cierre|fecha de cierre
    won: fecha de ganado|cerrado el|cerrada el|ganado el|ganada el
    won+entry: ganado|cerrado|ganada|cerrada
    due: vence el|fecha limite|plazo|fecha tope|limite
    completed+entry: completado|completada|terminado|finalizado|realizado|hecho|terminada
    completed: completado el|completada el|terminado el|finalizado el|realizado el|hecho el|fecha de finalizacion
    priority: prioridad|urgencia
    outcome: resultado|desenlace
    reason: motivo|razon|causa
    registry: lista|registro de exclusion|lista robinson|lista de exclusion
    work: comercial*|trabajo|laboral|profesional|oficina|empresarial|corporativo
    home: particular|personal|casa|privado|fijo particular|residencia
    other: otro|otra|otros|adicional|alternativo|alternativa
    secondary: secundario|secundaria|segundo|segunda
    primary: principal|primario|primaria
    main: centralita|sede central|general
    direct: directo|linea directa
    billing: factura|facturacion direccion
    shipping: envio direccion|entrega|direccion de envio
    preferred: preferido
    confirm: fecha de confirmacion
    confirm+entry: confirmacion|confirmado
    latest: ultimo|ultima|proximo|proxima
    previous: anterior|antiguo|antigua|previa
    parent: miembro de|matriz|grupo|empresa matriz
    birth: nacimiento|fecha de nacimiento|fecha nacimiento|f nacimiento|fec nacimiento|cumpleanos|fecha de cumpleanos|nacido el|dia de nacimiento
    birth_part: ano de nacimiento|mes de nacimiento|ano nacimiento
    foreign: edad|pais de nacimiento|aniversario|lugar de nacimiento|ciudad de nacimiento|aniversario de bodas
    gender: sexo|genero
    spouse: conyuge|esposo|esposa|hijos|pareja
    emergency: emergencia|contacto de emergencia
    verified: verificado|validado|invalido
    not: sin
    label: etiqueta|etiquetas
    score: puntuacion|valoracion|calificacion
    to: a etapa|nueva etapa
    from: etapa anterior
    flag: es|tiene|esta
    associated: asociado|asociada|vinculado|vinculada|relacionado|relacionada
    product: producto|articulo|nombre del producto|nombre del articulo|productos|nombre producto
    product+code: referencia del producto|codigo de producto|codigo de articulo|ref articulo|codigo producto|codigo articulo
    price: precio|precio de venta|precio unitario|precio de lista|tarifa|pvp|precio de catalogo|p unitario|precio por unidad|precio neto|precio venta
    net: neto|sin iva|neta
    unit: unidad|unidad de medida
    quantity: unidades|cant|numero de unidades|cantidad pedida|cantidad de unidades
    caption: denominacion|designacion|concepto
    billing_period: periodicidad|frecuencia de facturacion|periodo de facturacion|recurrencia|ciclo de facturacion
    active: activo|activa|inactivo|habilitado|publicado
    team: equipo|equipo de ventas|equipo comercial|nombre del equipo
    time_zone: zona horaria|huso horario
    category: familia|familia de productos|gama|categoria de producto|linea de producto
    home: domicilio particular
    street+home: calle del domicilio|calle domicilio|domicilio calle|calle de casa
    city+home: ciudad del domicilio|ciudad domicilio|ciudad de residencia
    region+home: provincia del domicilio|estado o provincia del domicilio|provincia o estado del domicilio|provincia o estado de residencia
    postcode+home: codigo postal del domicilio|codigo postal domicilio|codigo postal de residencia
    country+home: pais del domicilio|pais o region del domicilio|pais de residencia|pais o region de residencia
    phone+home: telefono del domicilio|telefono domicilio
    foreign: precio de compra|coste|costo|existencias|stock|precio rebajado|precio de oferta|peso|proveedor|fabricante
    foreign: contrasena|foto|imagen|nif|cif|nit|dni|rfc|rut|cuit|iva|banco|iban|cuenta bancaria|descuento|colegio|nacionalidad|stand|feria|modelo|salario|pasaporte
    """
}
